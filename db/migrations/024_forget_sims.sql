-- A SIM that is removed from the fleet is gone at the provider behind the demo fleet too.
grant delete on store.local_provider_sims to simon_app;
