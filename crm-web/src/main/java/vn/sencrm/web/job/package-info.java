/** The page of jobs: what runs in the background, when it is due and how it last went. */
package vn.sencrm.web.job;
