#include "server/redis/asio_adapter.hpp"

#include <boost/asio/posix/stream_descriptor.hpp>
#include <hiredis/async.h>

#include <memory>

namespace rejoinder::redis {

namespace {

using descriptor = net::posix::stream_descriptor;

/// Waits for one direction at a time, again and again while hiredis wants it.
struct adapter : std::enable_shared_from_this<adapter> {
    adapter(redisAsyncContext& owner, net::any_io_executor executor)
        : context(&owner),
          socket(executor, owner.c.fd)
    {
    }

    struct direction {
        bool wanted = false;
        bool waiting = false;
    };

    void want(direction& way, descriptor::wait_type type, void (*handle)(redisAsyncContext*))
    {
        way.wanted = true;
        if (way.waiting)
            return;
        way.waiting = true;
        socket.async_wait(
            type,
            [self = shared_from_this(), &way, type, handle](boost::system::error_code failure) {
                way.waiting = false;
                if (failure || !self->context || !way.wanted)
                    return;
                handle(self->context);  // May clean up the context: look again before going on.
                if (self->context && way.wanted)
                    self->want(way, type, handle);
            });
    }

    redisAsyncContext* context;
    descriptor socket;
    direction reading;
    direction writing;
};

using shared_adapter = std::shared_ptr<adapter>;

adapter& from(void* data)
{
    return **static_cast<shared_adapter*>(data);
}

void add_read(void* data)
{
    from(data).want(from(data).reading, descriptor::wait_read, redisAsyncHandleRead);
}

void delete_read(void* data)
{
    from(data).reading.wanted = false;
}

void add_write(void* data)
{
    from(data).want(from(data).writing, descriptor::wait_write, redisAsyncHandleWrite);
}

void delete_write(void* data)
{
    from(data).writing.wanted = false;
}

void clean_up(void* data)
{
    auto* owner = static_cast<shared_adapter*>(data);
    (*owner)->context = nullptr;
    (*owner)->socket.release();  // hiredis closes it.
    delete owner;
}

}  // namespace

void attach(redisAsyncContext& context, net::any_io_executor executor)
{
    auto owner = std::make_unique<shared_adapter>(std::make_shared<adapter>(context, executor));
    context.ev.addRead = add_read;
    context.ev.delRead = delete_read;
    context.ev.addWrite = add_write;
    context.ev.delWrite = delete_write;
    context.ev.cleanup = clean_up;
    context.ev.data = owner.release();
}

}  // namespace rejoinder::redis
