using System.Text;
using Memti.Runs.Running;

namespace Memti.Runs.Tests.Machines;

public sealed class ConsoleLinesTests
{
    private readonly List<string> _lines = [];
    private readonly ConsoleLines _console;

    public ConsoleLinesTests() => _console = new ConsoleLines(_lines.Add);

    [Fact]
    public void Bytes_become_lines_without_their_ends()
    {
        Write("one\r\ntwo\n\nthree");
        _lines.ShouldBe(["one", "two", ""]);
    }

    [Fact]
    public void What_is_left_is_a_line_when_nothing_more_comes()
    {
        Write("one\ntwo");
        _console.Flush();
        _console.Flush();
        _lines.ShouldBe(["one", "two"]);
    }

    [Fact]
    public void Control_characters_are_left_out_and_tabs_stay()
    {
        Write("\u001b[31mred\u0007\tb\u007f\n");
        _lines.ShouldBe(["[31mred\tb"]);
    }

    [Fact]
    public void Text_beyond_ASCII_is_UTF8()
    {
        Write("20 µJ\n");
        _lines.ShouldBe(["20 µJ"]);
    }

    [Fact]
    public void A_line_without_an_end_is_seen_all_the_same()
    {
        Write(new string('a', 1001));
        _lines.ShouldBe([new string('a', 1000)]);
    }

    private void Write(string text)
    {
        foreach (byte value in Encoding.UTF8.GetBytes(text))
            _console.Take(value);
    }
}
