/** What the bell shows: features tell users of something that concerns them, in the transaction in which it happens. */
package vn.sencrm.notification;
