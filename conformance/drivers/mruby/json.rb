# JSON for mruby, which has none. Its strings are the protocol's: code points U+0000..U+00FF stand
# for bytes, when reading and writing. mruby's strings count in bytes or in characters, depending on
# its build; this code works with both. Reading byte by byte is slow, and Array#include? is slower.

module Sockspec
  module JSON
    class ParseError < StandardError; end

    def self.parse(text)
      Reader.new(text).document
    end

    def self.generate(value)
      case value
      when String then quote(value)
      when Array then "[#{value.map { |element| generate(element) }.join(",")}]"
      when Hash then "{#{value.map { |key, item| "#{quote(key)}:#{generate(item)}" }.join(",")}}"
      when Float then value.finite? ? value.to_s : quote(value.to_s)
      when Integer, true, false then value.to_s
      when nil then "null"
      else quote(value.inspect) # the suite then shows the unexpected value
      end
    end

    # If mruby escapes nothing in a string, it is ASCII and needs no escapes in JSON either.
    def self.plain?(string)
      string.dump.bytesize == string.bytesize + 2
    end

    def self.quote(string)
      return "\"#{string}\"" if plain?(string)
      "\"#{string.bytes.map { |byte| QUOTED[byte] }.join}\""
    end

    QUOTED = (0..255).map do |byte|
      character = [byte].pack("C")
      plain?(character) ? character : "\\u%04x" % byte
    end

    # A recursive descent over bytes. Every method begins where its value begins and ends after it.
    class Reader
      MAX_NESTING = 16

      QUOTE = 0x22
      COMMA = 0x2c
      COLON = 0x3a
      LEFT_BRACKET = 0x5b
      BACKSLASH = 0x5c
      RIGHT_BRACKET = 0x5d
      LEFT_BRACE = 0x7b
      RIGHT_BRACE = 0x7d

      SPACE = " \t\n\r".bytes.map { |byte| [byte, true] }.to_h
      NUMBER = "+-.0123456789Ee".bytes.map { |byte| [byte, true] }.to_h
      WORDS = { "true" => true, "false" => false, "null" => nil }
      ESCAPES = { "\"" => 0x22, "\\" => 0x5c, "/" => 0x2f, "b" => 8, "f" => 12, "n" => 10,
                  "r" => 13, "t" => 9 }

      def initialize(text)
        @text = text
        @at = 0
        @depth = 0
        @bytewise = text.size == text.bytesize
      end

      def document
        result = value
        refuse if peek
        result
      end

      private

      def refuse
        raise ParseError, "not JSON at byte #{@at}"
      end

      # The next byte that is not a space; nil at the end.
      def peek
        byte = @text.getbyte(@at)
        byte = @text.getbyte(@at += 1) while SPACE[byte]
        byte
      end

      def take(expected)
        refuse unless peek == expected
        @at += 1
      end

      def value
        case peek
        when QUOTE then string
        when LEFT_BRACKET then nested { array }
        when LEFT_BRACE then nested { object }
        when 0x66, 0x6e, 0x74 then word # false, null, true
        else number
        end
      end

      def nested
        raise ParseError, "nested too deep" if @depth == MAX_NESTING
        @depth += 1
        result = yield
        @depth -= 1
        result
      end

      def array
        elements = []
        list(LEFT_BRACKET, RIGHT_BRACKET) { elements << value }
        elements
      end

      def object
        members = {}
        list(LEFT_BRACE, RIGHT_BRACE) do
          key = string
          take(COLON)
          members[key] = value
        end
        members
      end

      def list(opening, closing)
        take(opening)
        unless peek == closing
          yield
          while peek == COMMA
            @at += 1
            yield
          end
        end
        take(closing)
      end

      def word
        name = WORDS.keys.find { |known| @text.byteslice(@at, known.bytesize) == known }
        refuse unless name
        @at += name.bytesize
        WORDS[name]
      end

      def number
        start = @at
        @at += 1 while NUMBER[@text.getbyte(@at)]
        digits = @text.byteslice(start, @at - start).to_s
        digits.include?(".") || digits.upcase.include?("E") ? Float(digits) : Integer(digits, 10)
      rescue ArgumentError, RangeError
        refuse
      end

      def string
        take(QUOTE)
        plain_string || any_string
      end

      # Everything up to the next quote, unless an escape or a byte beyond ASCII comes before it.
      def plain_string
        closing = @text.index("\"", @at) if @bytewise
        found = @text.byteslice(@at, closing - @at) if closing
        return unless found && JSON.plain?(found)
        @at = closing + 1
        found
      end

      def any_string
        bytes = []
        until (byte = next_byte) == QUOTE
          bytes << (byte == BACKSLASH ? escape : byte < 0x80 ? byte : beyond_ascii(byte))
        end
        bytes.pack("C*")
      end

      def next_byte
        byte = @text.getbyte(@at)
        refuse unless byte
        @at += 1
        byte
      end

      def escape
        letter = @text.byteslice(@at, 1)
        @at += 1
        letter == "u" ? code_point(hexadecimal) : ESCAPES[letter] || refuse
      end

      def hexadecimal
        digits = @text.byteslice(@at, 4)
        refuse unless digits.to_s.bytesize == 4
        @at += 4
        Integer(digits, 16)
      rescue ArgumentError
        refuse
      end

      # Two bytes of UTF-8 encode code points up to U+07FF.
      def beyond_ascii(first)
        second = next_byte
        refuse unless first >= 0xc2 && first <= 0xdf && second >= 0x80 && second <= 0xbf
        code_point(((first & 0x1f) << 6) | (second & 0x3f))
      end

      def code_point(code)
        raise ParseError, "not a byte string" if code > 0xff
        code
      end
    end
  end
end
