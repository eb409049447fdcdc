use proxy_wasm::traits::{Context, HttpContext};
use proxy_wasm::types::{Action, LogLevel};

proxy_wasm::main! {{
    proxy_wasm::set_log_level(LogLevel::Info);
    proxy_wasm::set_http_context(|_, _| -> Box<dyn HttpContext> { Box::new(RequireUser) });
}}

struct RequireUser;

impl Context for RequireUser {}

impl HttpContext for RequireUser {
    fn on_http_request_headers(&mut self, _: usize, _: bool) -> Action {
        match self.get_http_request_header("x-user-id") {
            Some(user) if !user.trim().is_empty() => Action::Continue,
            _ => {
                self.send_http_response(403, vec![], Some(b"Forbidden"));
                Action::Pause
            }
        }
    }
}
