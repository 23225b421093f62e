/**
 * The dealing-out of customers among the members of a team (ASG-2, ASG-3): whose turn it is, who is passed over and
 * why, the queue of those that nobody could take, and the hand-over of a leaving user's customers.
 *
 * <p>Locks are taken in one order: the team's turn, the users, the customers.
 */
package vn.sencrm.assignment;
