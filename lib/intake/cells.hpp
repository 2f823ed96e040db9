// One cell → what it says: telephones, mailboxes, addresses, hours, dates, numbers. Pure; what hangs on the whole
// column comes as an argument, what hangs on the notebook stands in resolve.hpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace cafe::intake {

/// On one line, blanks of all kinds as single spaces, none at the ends, accents in NFC.
std::string one_line(std::string_view cell);
/// The same for prose: line ends stay.
std::string prose(std::string_view cell);

struct PhoneCell {
    std::string number;  ///< as cafe writes it: "05 36 49 10 20"
    std::string label;   ///< what stood behind it: « Mme B. », « ligne directe »
    bool operator==(const PhoneCell&) const = default;
};
struct PhonesCell {
    std::vector<PhoneCell> phones;
    std::vector<std::string> unread;  ///< parts that have digits and are no number
};
/// `zero_lost`: the whole column says that a spreadsheet took the zeros away.
PhonesCell read_phones(std::string_view cell, bool zero_lost);
/// Nine digits that begin with 1 to 9: a number whose zero may be lost.
bool may_lack_zero(std::string_view cell);
/// A number of ten digits that is written whole.
bool is_whole_phone(std::string_view cell);
bool is_mobile(std::string_view number);

struct EmailsCell {
    std::vector<std::string> addresses;  ///< in small letters
    std::vector<std::string> unread;
};
EmailsCell read_emails(std::string_view cell);

/// Whether a mailbox looks like a person's: first.last, first-last or initials and a name, none of whose words says a
/// service, the organisation (`own`: its name, its commune, its domain) or a number. Folded.
bool looks_personal(std::string_view address, const std::vector<std::string>& own);

/// « 8 rue X - 33000 Bordeaux », parted from the right.
struct AddressCell {
    std::string street;
    std::string postcode;
    std::string commune;
    bool cedex = false;
    bool operator==(const AddressCell&) const = default;
};
/// A cell that may hold a street, a postcode and a commune. Without five digits before a name all of it is the street.
AddressCell read_address(std::string_view cell);
/// « 47500 FUMEL CEDEX », « ST ERME », « Paris 4e », « PARIS 12 »: the words that name the commune, and what stood
/// before.
AddressCell read_commune(std::string_view cell);
/// Five digits, or four to which a zero may belong.
std::string read_postcode(std::string_view cell);

/// The hours of one day: « 9h30 – 12h15 / 13h45 – 16h30 » → "09:30-12:15,13:45-16:30"; "off" where it is closed;
/// nothing where it cannot be read.
std::optional<std::string> read_day_hours(std::string_view cell);
/// The day that a column's name says: "h_lundi" → "Mo"; empty where it says none.
std::string_view day_of(std::string_view column);
/// The half of the day that a column's name says: « Lundi après-midi » → "afternoon"; empty where it says none.
std::string_view half_of(std::string_view column);
/// A week from the hours of each day, Monday first; equal neighbours together: "Mo-We,Fr 09:00-12:00".
std::string week_of(const std::vector<std::string>& days);

enum class DayOrder { day_first, month_first };
/// ISO, d/m/y, y/m/d, with a time behind or not; a spreadsheet's serial number. Nothing where it is none.
std::optional<Date> read_date(std::string_view cell, DayOrder order);

/// With a decimal point or comma.
std::optional<double> read_decimal(std::string_view cell);

struct SiretCell {
    std::string siret;
    bool rounded = false;  ///< « 2,601E+13 »: the digits are gone
};
SiretCell read_siret(std::string_view cell);

/// http:// put before a host; empty where it is no address of a page.
std::string read_website(std::string_view cell);

/// Longitude and latitude of a point in Lambert 93 (EPSG:2154), in degrees.
struct Degrees {
    double latitude = 0;
    double longitude = 0;
};
Degrees from_lambert93(double x, double y);
bool is_lambert93(double x, double y);
/// Whether a point lies in France, overseas too.
bool is_in_france(double latitude, double longitude);

/// yes, true, 1, oui, vrai → true.
std::optional<bool> read_boolean(std::string_view cell);

}  // namespace cafe::intake
