"""What an inspector can do: plain functions over the store, the forms and the paper; no Qt."""
