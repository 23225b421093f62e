/**
 * Teams (ASG-0): members in order, who takes part in the dealing-out of customers, and by which rule. The dealing
 * itself is {@code vn.sencrm.assignment}'s.
 */
package vn.sencrm.identity.team;
