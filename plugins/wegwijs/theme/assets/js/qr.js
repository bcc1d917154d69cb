/*
 * QR: draws a QR code of any address in the browser, for what only the reader knows: a choice in the catalogue, a question,
 * a collection. The same bytes give the same drawing as the build does (qr.py): byte mode, level M, one mask.
 * ISO/IEC 18004; versions 1 to 25, which hold 997 bytes. `wegwijsQr(text)` gives {side, path}, or null when it is too long.
 */
(function () {
  "use strict";
  var MASK = 5;
  var QUIET = 4;
  var PIECE = 10;
  /* Level M: check bytes in a block, and the number of blocks, by version. */
  var CHECK = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28];
  var BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21];

  /* Numbers of the field with 256 elements: powers and logarithms of 2, modulo x^8 + x^4 + x^3 + x^2 + 1. */
  var EXP = [];
  var LOG = [];
  for (var power = 0, value = 1; power < 255; power += 1) {
    EXP[power] = value;
    LOG[value] = power;
    value = (value << 1) ^ (value & 128 ? 0x11d : 0);
  }

  function times(a, b) {
    return a && b ? EXP[(LOG[a] + LOG[b]) % 255] : 0;
  }

  function alignment(version) {
    if (version === 1) return [];
    var count = Math.floor(version / 7) + 2;
    var step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
    var found = [6];
    for (var place = version * 4 + 10; found.length < count; place -= step) found.splice(1, 0, place);
    return found;
  }

  /* How many bytes a version holds in all, check bytes included. */
  function room(version) {
    var count = version === 1 ? 0 : Math.floor(version / 7) + 2;
    var bits = (16 * version + 128) * version + 64;
    if (count) bits -= (25 * count - 10) * count - 55;
    if (version >= 7) bits -= 36;
    return bits >> 3;
  }

  function dataRoom(version) {
    return room(version) - CHECK[version - 1] * BLOCKS[version - 1];
  }

  function versionFor(length) {
    for (var version = 1; version <= CHECK.length; version += 1) {
      if (length + (version < 10 ? 2 : 3) <= dataRoom(version)) return version;
    }
    return 0;
  }

  function codewords(bytes, version) {
    var bits = [];
    function put(number, width) {
      for (var bit = width - 1; bit >= 0; bit -= 1) bits.push((number >> bit) & 1);
    }
    var total = dataRoom(version) * 8;
    put(4, 4);
    put(bytes.length, version < 10 ? 8 : 16);
    bytes.forEach(function (byte) {
      put(byte, 8);
    });
    put(0, Math.min(4, total - bits.length));
    /* To whole bytes; where the bits are whole bytes already segno adds one, and readers pass over it. */
    put(0, Math.min(8 - (bits.length % 8), total - bits.length));
    for (var pad = 0xec; bits.length < total; pad ^= 0xec ^ 0x11) put(pad, 8);
    var words = [];
    for (var at = 0; at < bits.length; at += 8) words.push(parseInt(bits.slice(at, at + 8).join(""), 2));
    return words;
  }

  function checkBytes(words, count) {
    var divisor = [1];
    for (var degree = 0; degree < count; degree += 1) {
      var next = divisor.concat(0);
      divisor.forEach(function (factor, index) {
        next[index + 1] ^= times(factor, EXP[degree]);
      });
      divisor = next;
    }
    var rest = words.concat(new Array(count).fill(0));
    for (var at = 0; at < words.length; at += 1) {
      var lead = rest[at];
      if (!lead) continue;
      for (var place = 0; place < divisor.length; place += 1) rest[at + place] ^= times(divisor[place], lead);
    }
    return rest.slice(words.length);
  }

  /* The blocks, and then their bytes in turns: a stain then hurts each block a little. */
  function message(bytes, version) {
    var words = codewords(bytes, version);
    var count = BLOCKS[version - 1];
    var short = Math.floor(words.length / count);
    var blocks = [];
    for (var index = 0, at = 0; index < count; index += 1) {
      var length = short + (index >= count - (words.length % count) ? 1 : 0);
      blocks.push(words.slice(at, at + length));
      at += length;
    }
    var checks = blocks.map(function (block) {
      return checkBytes(block, CHECK[version - 1]);
    });
    return inTurns(blocks).concat(inTurns(checks));
  }

  function inTurns(rows) {
    var found = [];
    for (var at = 0; at < rows[rows.length - 1].length; at += 1) {
      rows.forEach(function (row) {
        if (at < row.length) found.push(row[at]);
      });
    }
    return found;
  }

  function grid(side) {
    return Array.from({ length: side }, function () {
      return new Array(side).fill(null);
    });
  }

  function drawFixed(cells, version) {
    var side = cells.length;
    function finder(top, left) {
      for (var row = -1; row <= 7; row += 1) {
        for (var column = -1; column <= 7; column += 1) {
          var y = top + row;
          var x = left + column;
          if (y < 0 || x < 0 || y >= side || x >= side) continue;
          var away = Math.max(Math.abs(row - 3), Math.abs(column - 3));
          cells[y][x] = away !== 2 && away !== 4 ? 1 : 0;
        }
      }
    }
    for (var place = 8; place < side - 8; place += 1) {
      cells[6][place] = cells[place][6] = 1 - (place % 2);
    }
    finder(0, 0);
    finder(0, side - 7);
    finder(side - 7, 0);
    var centres = alignment(version);
    centres.forEach(function (y) {
      centres.forEach(function (x) {
        var last = side - 7;
        if ((y === 6 && x === 6) || (y === 6 && x === last) || (y === last && x === 6)) return;
        for (var row = -2; row <= 2; row += 1) {
          for (var column = -2; column <= 2; column += 1) {
            cells[y + row][x + column] = Math.max(Math.abs(row), Math.abs(column)) !== 1 ? 1 : 0;
          }
        }
      });
    });
    drawFormat(cells);
    if (version >= 7) drawVersion(cells, version);
  }

  function remainder(data, width, divisor) {
    var rest = data << width;
    for (var bit = 31; bit >= width; bit -= 1) {
      if ((rest >>> bit) & 1) rest ^= divisor << (bit - width);
    }
    return rest;
  }

  /* Level M is 00. */
  function drawFormat(cells) {
    var side = cells.length;
    var bits = ((MASK << 10) | remainder(MASK, 10, 0x537)) ^ 0x5412;
    for (var index = 0; index < 15; index += 1) {
      var bit = (bits >> index) & 1;
      var along = index < 6 ? index : index < 8 ? index + 1 : 14 - index;
      if (index < 8) {
        cells[along][8] = bit;
        cells[8][side - 1 - index] = bit;
      } else {
        cells[8][index === 8 ? 7 : along] = bit;
        cells[side - 15 + index][8] = bit;
      }
    }
    cells[side - 8][8] = 1;
  }

  function drawVersion(cells, version) {
    var side = cells.length;
    var bits = (version << 12) | remainder(version, 12, 0x1f25);
    for (var index = 0; index < 18; index += 1) {
      var far = side - 11 + (index % 3);
      var near = Math.floor(index / 3);
      cells[far][near] = cells[near][far] = (bits >> index) & 1;
    }
  }

  function drawMessage(cells, words) {
    var side = cells.length;
    var at = 0;
    for (var right = side - 1; right > 0; right -= 2) {
      if (right === 6) right = 5;
      for (var step = 0; step < side; step += 1) {
        var up = ((right + 1) & 2) === 0;
        var y = up ? side - 1 - step : step;
        for (var x = right; x > right - 2; x -= 1) {
          if (cells[y][x] !== null) continue;
          var bit = at < words.length * 8 ? (words[at >> 3] >> (7 - (at & 7))) & 1 : 0;
          var flip = ((x * y) % 2) + ((x * y) % 3) === 0 ? 1 : 0;
          cells[y][x] = bit ^ flip;
          at += 1;
        }
      }
    }
  }

  function path(cells) {
    return cells
      .map(function (row, y) {
        var line = row.join("");
        var pieces = "";
        for (var at = 0; at < line.length; at += PIECE) {
          pieces += line.slice(at, at + PIECE).replace(/0+|1+/g, function (run) {
            return run[0] === "1" ? "h" + run.length : "m" + run.length + " 0";
          });
        }
        return "M" + QUIET + " " + (QUIET + y) + ".5" + pieces;
      })
      .join("");
  }

  window.wegwijsQr = function (text) {
    var bytes = Array.from(new TextEncoder().encode(text));
    var version = versionFor(bytes.length);
    if (!version) return null;
    var cells = grid(version * 4 + 17);
    drawFixed(cells, version);
    drawMessage(cells, message(bytes, version));
    return { side: cells.length + 2 * QUIET, path: path(cells) };
  };
})();
