/** Tests that run inside the server, in a small WAR beside the real EAR whose classes and beans they use. */
package vn.sencrm.it.container;
