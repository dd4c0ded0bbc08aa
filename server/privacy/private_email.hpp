#pragma once

#include <iosfwd>
#include <sodium.h>
#include <string>
#include <string_view>
#include <utility>

namespace rejoinder::privacy {

/// A reader's e-mail address in the clear. It exists between the form's field and the seal, and
/// between the seal and a mail; nowhere else. It has no way into output: no formatter, no stream
/// operator, no conversion; trying does not compile. Wiped on destruction.
class private_email {
public:
    explicit private_email(std::string address)
        : address_(std::move(address))
    {
        wipe(address);
    }
    private_email(private_email&& other) noexcept
        : address_(std::move(other.address_))
    {
        wipe(other.address_);
    }
    private_email& operator=(private_email&& other) noexcept
    {
        if (this != &other) {
            wipe(address_);
            address_ = std::move(other.address_);
            wipe(other.address_);
        }
        return *this;
    }
    private_email(const private_email&) = delete;
    private_email& operator=(const private_email&) = delete;
    ~private_email() { wipe(address_); }

    /// The address itself. The name is long so that every use is found and can be answered for.
    std::string_view reveal_private_address() const noexcept { return address_; }

private:
    /// The whole capacity: a short text lies inside the string object, and stays there when moved.
    static void wipe(std::string& text) noexcept
    {
        text.resize(text.capacity());
        sodium_memzero(text.data(), text.size());
        text.clear();
    }

    std::string address_;
};

std::ostream& operator<<(std::ostream&, const private_email&) = delete;

template <class Json>
void to_json(Json&, const private_email&) = delete;

}  // namespace rejoinder::privacy
