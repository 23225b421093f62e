-- An undo writes its customers by the statement that changed them.
drop function customer_with(customer, jsonb);
