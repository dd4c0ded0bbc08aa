#pragma once

namespace rejoinder::http {
class router;
class static_files;
}  // namespace rejoinder::http

namespace rejoinder::routes {

struct services;

/// THE table of public endpoints. The services and files belong to the application and outlive the
/// router.
void add_public_routes(http::router& router, const services& use, const http::static_files& files);

}  // namespace rejoinder::routes
