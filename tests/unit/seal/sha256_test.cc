#include "seal/sha256.h"

#include <catch2/catch.hpp>
#include <string>

using helium::seal::Sha256;
using helium::seal::sha256;

TEST_CASE("SHA-256 gives the published digests") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("parts are told apart by their lengths") {
  CHECK(Sha256().add("ab").add("c").hex() != Sha256().add("a").add("bc").hex());
  CHECK(Sha256().add("ab").add("c").hex() == Sha256().add("ab").add("c").hex());
}
