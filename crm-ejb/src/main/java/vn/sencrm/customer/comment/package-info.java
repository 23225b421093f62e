/** What colleagues write to each other about a customer; whom they name with @ is told. */
package vn.sencrm.customer.comment;
