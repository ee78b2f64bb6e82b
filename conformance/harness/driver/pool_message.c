#include "conformance/harness/driver/pool_message.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>

union control {
    struct cmsghdr header;
    char room[CMSG_SPACE(sizeof(int) * SOCKSPEC_POOL_DESCRIPTORS)];
};

bool sockspec_pool_say(int channel, const struct sockspec_pool_message *message,
                       const int *descriptors, size_t count) {
    struct sockspec_pool_message copy = *message;
    struct iovec part = {&copy, sizeof copy};
    union control control = {0};
    struct msghdr packet = {.msg_iov = &part, .msg_iovlen = 1};
    while (count > 0 && descriptors[count - 1] < 0) {
        count--;
    }
    if (count > 0) {
        packet.msg_control = control.room;
        packet.msg_controllen = CMSG_SPACE(sizeof(int) * count);
        control.header.cmsg_level = SOL_SOCKET;
        control.header.cmsg_type = SCM_RIGHTS;
        control.header.cmsg_len = CMSG_LEN(sizeof(int) * count);
        memcpy(CMSG_DATA(&control.header), descriptors, sizeof(int) * count);
    }
    ssize_t sent = -1;
    do {
        sent = sendmsg(channel, &packet, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    return sent == (ssize_t)sizeof copy;
}

bool sockspec_pool_hear(int channel, struct sockspec_pool_message *message, int *descriptors) {
    struct iovec part = {message, sizeof *message};
    union control control = {0};
    struct msghdr packet = {.msg_iov = &part,
                            .msg_iovlen = 1,
                            .msg_control = control.room,
                            .msg_controllen = sizeof control.room};
    for (size_t i = 0; i < SOCKSPEC_POOL_DESCRIPTORS; i++) {
        descriptors[i] = -1;
    }
    ssize_t got = -1;
    do {
        got = recvmsg(channel, &packet, MSG_CMSG_CLOEXEC);
    } while (got < 0 && errno == EINTR);
    const struct cmsghdr *header = CMSG_FIRSTHDR(&packet);
    if (header != NULL && header->cmsg_type == SCM_RIGHTS) {
        memcpy(descriptors, CMSG_DATA(header), header->cmsg_len - CMSG_LEN(0));
    }
    return got == (ssize_t)sizeof *message;
}
