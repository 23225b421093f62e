package vn.sencrm.system;

import java.io.Serializable;

/** Of the runs of a job that are kept: how many are waiting or worked on, how many failed, how many there are. */
public record JobCount(String job, long underWay, long failed, long all) implements Serializable {}
