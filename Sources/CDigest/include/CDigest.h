/// What a processor's own instructions for SHA-256 do: Swift has no name for them.
#ifndef CDIGEST_H
#define CDIGEST_H

#include <stddef.h>
#include <stdint.h>

/// Whether this processor has them.
_Bool cdigest_has_sha256(void);

/// Adds blocks of 64 bytes to a hash's 8 words of state, with the 64 round constants of FIPS 180-4.
/// Only where `cdigest_has_sha256` says so.
void cdigest_sha256(
  uint32_t *state, const uint8_t *blocks, size_t count, const uint32_t *constants);

#endif
