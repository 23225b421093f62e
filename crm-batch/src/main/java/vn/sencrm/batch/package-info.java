/**
 * Jobs: thin artifacts over the rules of crm-ejb, the ticks that begin them, and every call of the JobOperator. Where a
 * run stands is in its own row, never in a checkpoint.
 */
package vn.sencrm.batch;
