// GeoJSON (RFC 7946): the points of fiches and permanences for uMap and QGIS. Longitude first, WGS 84, flat properties.
#pragma once

#include "exchange/edition.hpp"
#include "exchange/report.hpp"

namespace cafe::exchange {

/// partenaires.geojson; with `areas` territoires.geojson too, the outlines of what is served. A fiche without a point
/// is not in it; what stands in it is lost.
Result<std::vector<Part>> geojson_files(const Edition& edition, Account& account);

}  // namespace cafe::exchange
