/** The pages on which the company's own attributes of customers are defined. */
package vn.sencrm.web.attribute;
