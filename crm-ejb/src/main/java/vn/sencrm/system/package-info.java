/**
 * The installation as its administrator sees it: members of the cluster, database, runs and queues. It stands above all
 * features and only looks; nothing depends on it.
 */
package vn.sencrm.system;
