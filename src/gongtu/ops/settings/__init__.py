"""Django settings: `dev` on a desk, `prod` in service, `test` under pytest; `base` for all."""
