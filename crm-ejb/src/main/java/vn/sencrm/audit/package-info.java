/** Who changed what, when, from what to what: written in the change's own transaction, never changed afterwards. */
package vn.sencrm.audit;
