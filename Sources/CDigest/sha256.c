#include "CDigest.h"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

_Bool cdigest_has_sha256(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSE4_1)) return 0;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA);
}

/// Four words of a block, of which each is big-endian.
__attribute__((target("sha,sse4.1")))
static __m128i four_words(const uint8_t *bytes) {
  const __m128i order = _mm_set_epi64x(0x0C0D0E0F08090A0B, 0x0405060700010203);
  return _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)bytes), order);
}

/// Intel's instructions (Software Developer's Manual, volume 2, SHA256RNDS2) keep the state as
/// A, B, E, F and C, D, G, H, the first in the highest word, and do two rounds at a time.
__attribute__((target("sha,sse4.1")))
void cdigest_sha256(
  uint32_t *state, const uint8_t *blocks, size_t count, const uint32_t *constants) {
  __m128i abef = _mm_set_epi32((int)state[0], (int)state[1], (int)state[4], (int)state[5]);
  __m128i cdgh = _mm_set_epi32((int)state[2], (int)state[3], (int)state[6], (int)state[7]);
  for (; count > 0; count--, blocks += 64) {
    const __m128i abef_before = abef, cdgh_before = cdgh;
    // The last sixteen words of the schedule, four in each; a group of four rounds takes one.
    __m128i words[4];
#pragma clang loop unroll(full)
    for (int group = 0; group < 16; group++) {
      __m128i *now = &words[group & 3];
      if (group < 4) {
        *now = four_words(blocks + 16 * group);
      } else {
        const __m128i second = words[(group + 1) & 3], third = words[(group + 2) & 3];
        const __m128i last = words[(group + 3) & 3];
        const __m128i early = _mm_sha256msg1_epu32(*now, second);
        *now = _mm_sha256msg2_epu32(
          _mm_add_epi32(early, _mm_alignr_epi8(last, third, 4)), last);
      }
      const __m128i *k = (const __m128i *)(constants + 4 * group);
      const __m128i sum = _mm_add_epi32(*now, _mm_loadu_si128(k));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  state[0] = (uint32_t)_mm_extract_epi32(abef, 3);
  state[1] = (uint32_t)_mm_extract_epi32(abef, 2);
  state[2] = (uint32_t)_mm_extract_epi32(cdgh, 3);
  state[3] = (uint32_t)_mm_extract_epi32(cdgh, 2);
  state[4] = (uint32_t)_mm_extract_epi32(abef, 1);
  state[5] = (uint32_t)_mm_extract_epi32(abef, 0);
  state[6] = (uint32_t)_mm_extract_epi32(cdgh, 1);
  state[7] = (uint32_t)_mm_extract_epi32(cdgh, 0);
}

#else

_Bool cdigest_has_sha256(void) { return 0; }

void cdigest_sha256(
  uint32_t *state, const uint8_t *blocks, size_t count, const uint32_t *constants) {
  (void)state, (void)blocks, (void)count, (void)constants;
}

#endif
