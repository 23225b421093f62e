/** Roles: an editable table of who may do what, and which records they see. What a role is able to grant is {@code Right}. */
package vn.sencrm.identity.role;
