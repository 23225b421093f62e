/** The pages that keep teams: the list with its queues, and one team with its members in order. */
package vn.sencrm.web.team;
