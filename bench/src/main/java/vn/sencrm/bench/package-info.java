/**
 * The benchmark: makes Vietnamese customers, fills a database with them, imports them through the whole product and
 * asks for lists as programs and people do. It stands outside the product and knows it by its tables, its REST
 * resources and its values (folding, phones, keys), nothing else.
 */
package vn.sencrm.bench;
