package vn.sencrm.importing;

/** Somebody put a run to work; whoever hears it after the commit may begin at once. */
public record ImportAsked(long runId) {}
