# JSON for mruby, which has none, with the strings the protocol means: code points U+0000..U+00FF
# stand for bytes, read and written. mruby's strings may count in characters or in bytes; only what
# counts in bytes is used here.

module Sockspec
  module JSON
    class ParseError < StandardError; end

    def self.parse(text)
      Reader.new(text).document
    end

    def self.generate(value)
      case value
      when nil then "null"
      when String then quote(value)
      when Array then "[#{value.map { |element| generate(element) }.join(",")}]"
      when Hash then "{#{value.map { |key, item| "#{quote(key)}:#{generate(item)}" }.join(",")}}"
      when Float then value.finite? ? value.to_s : quote(value.to_s)
      when Integer, true, false then value.to_s
      else quote(value.inspect) # the suite shows what it did not expect
      end
    end

    def self.quote(string)
      "\"#{string.bytes.map { |byte| QUOTED[byte] }.join}\""
    end

    QUOTED = (0..255).map do |byte|
      plain = byte >= 0x20 && byte < 0x7f && byte != 0x22 && byte != 0x5c
      plain ? [byte].pack("C") : "\\u%04x" % byte
    end

    # A recursive descent; every method begins where its value begins and ends behind it.
    class Reader
      MAX_NESTING = 16

      WORDS = { "true" => true, "false" => false, "null" => nil }
      ESCAPES = { "\"" => 0x22, "\\" => 0x5c, "/" => 0x2f, "b" => 8, "f" => 12, "n" => 10,
                  "r" => 13, "t" => 9 }
      SPACE = [0x20, 0x09, 0x0a, 0x0d]
      NUMBER = "+-.0123456789Ee".bytes

      def initialize(text)
        @text = text
        @at = 0
        @depth = 0
      end

      def document
        result = value
        skip_space
        refuse unless @text.getbyte(@at).nil?
        result
      end

      private

      def refuse
        raise ParseError, "not JSON at byte #{@at}"
      end

      def skip_space
        @at += 1 while SPACE.include?(@text.getbyte(@at))
      end

      # The next byte that is no space, as a string; empty at the end.
      def peek
        skip_space
        @text.byteslice(@at, 1).to_s
      end

      def take(expected)
        refuse unless peek == expected
        @at += 1
      end

      def value
        case peek
        when "\"" then string
        when "[" then nested { array }
        when "{" then nested { object }
        when "t", "f", "n" then word
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
        list("[", "]") { elements << value }
        elements
      end

      def object
        members = {}
        list("{", "}") do
          key = string
          take(":")
          members[key] = value
        end
        members
      end

      def list(opening, closing)
        take(opening)
        unless peek == closing
          yield
          while peek == ","
            take(",")
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
        @at += 1 while NUMBER.include?(@text.getbyte(@at))
        digits = @text.byteslice(start, @at - start).to_s
        digits.include?(".") || digits.upcase.include?("E") ? Float(digits) : Integer(digits, 10)
      rescue ArgumentError, RangeError
        refuse
      end

      def string
        take("\"")
        bytes = []
        until (byte = next_byte) == 0x22
          bytes << (byte == 0x5c ? escape : byte < 0x80 ? byte : beyond_ascii(byte))
        end
        bytes.pack("C*")
      end

      def next_byte
        byte = @text.getbyte(@at)
        refuse if byte.nil?
        @at += 1
        byte
      end

      def escape
        letter = @text.byteslice(@at, 1).to_s
        @at += 1
        return code_point(hexadecimal) if letter == "u"
        ESCAPES[letter] || refuse
      end

      def hexadecimal
        digits = @text.byteslice(@at, 4).to_s
        refuse unless digits.bytesize == 4
        @at += 4
        Integer(digits, 16)
      rescue ArgumentError
        refuse
      end

      # UTF-8 of two bytes reaches as far as U+07FF.
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
