using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;
using Memti.Documents.Codes;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;
using Memti.Scenarios.Tests.Fakes;

namespace Memti.Scenarios.Tests;

/// <summary>Options from a command line have the keys, types and ranges that they have in a file.</summary>
public sealed class TextOptionsTests
{
    [Fact]
    public void What_is_not_given_keeps_its_default()
    {
        FakeRramOptions options = Bound(("bits_per_cell", "3"));

        (options.BitsPerCell, options.Verify, options.Cell, options.SetPulse).ShouldBe((3, true, "4f2", SimTime.FromNanoseconds(10)));
    }

    [Fact]
    public void Every_type_is_read_as_in_a_file()
    {
        FakeRramOptions options = Bound(
            ("set_pulse_ns", "2.5"),
            ("layout", "one_transistor"),
            ("endurance", "1e6"),
            ("verify", "false"),
            ("cell", "null"),
            ("read_rate_gbs", "12.8"));

        (options.SetPulse, options.Layout, options.Endurance, options.Verify).ShouldBe(
            (SimTime.FromNanoseconds(2.5), FakeLayout.OneTransistor, 1e6, false));
        options.ReadRate.GigabytesPerSecond.ShouldBe(12.8, 1e-12);
    }

    [Theory]
    [InlineData("bits_per_cell", "5", DiagnosticCode.ValueOutOfRange, "1 to 4")]
    [InlineData("bits_per_cell", "0", DiagnosticCode.ValueOutOfRange, "1 to 4")]
    [InlineData("bits_per_cell", "99999999999999999999", DiagnosticCode.ValueOutOfRange, "1 to 4")]
    [InlineData("bits_per_cell", "2.5", DocumentCodes.WrongType, "a whole number")]
    [InlineData("bits_per_cell", "many", DocumentCodes.WrongType, "a whole number")]
    [InlineData("bits_per_cell", "", DocumentCodes.WrongType, "a whole number")]
    [InlineData("set_pulse_ns", "-1", DiagnosticCode.ValueOutOfRange, "0 to 1000000")]
    [InlineData("set_pulse_ns", "10 ns", DocumentCodes.WrongType, "a number")]
    [InlineData("endurance", "0.5", DiagnosticCode.ValueOutOfRange, "at least 1")]
    [InlineData("verify", "yes", DocumentCodes.WrongType, "true or false")]
    public void A_wrong_value_is_found_with_its_key_and_what_is_permitted(string key, string text, string code, string permitted)
    {
        Diagnostic finding = Findings((key, text)).ShouldHaveSingleItem();

        (finding.Code, finding.Key).ShouldBe((code, key));
        finding.Permitted.ShouldNotBeNull().ShouldContain(permitted);
    }

    [Theory]
    [InlineData("2MiB", "bytes", "2097152")]
    [InlineData("2 MiB", "bytes", "2097152")]
    [InlineData("512KiB", "bytes", "524288")]
    [InlineData("1.5kB", "bytes", "1500")]
    [InlineData("3GB", "byte", "3000000000")]
    [InlineData("64b", "bytes", "64")]
    [InlineData("2MiB", "KiB", "2048")]
    [InlineData("1536B", "kib", "1.5")]
    [InlineData("2097152", "bytes", "2097152")]
    public void A_size_brings_its_own_unit(string text, string unit, string amount) => SizeText.In(text, unit).ShouldBe(amount);

    [Theory]
    [InlineData("2M", "bytes")]
    [InlineData("0.3B", "bytes")]
    [InlineData("MiB", "bytes")]
    [InlineData("two MiB", "bytes")]
    [InlineData("2MiB", "cells")]
    [InlineData("2MiB", "")]
    public void What_is_no_size_stays_as_it_is_and_is_refused_by_its_key(string text, string unit) =>
        SizeText.In(text, unit).ShouldBe(text);

    [Fact]
    public void A_misspelt_word_is_found_with_the_nearest()
    {
        Diagnostic finding = Findings(("layout", "crospoint")).ShouldHaveSingleItem();

        (finding.Code, finding.Key, finding.Value, finding.Permitted).ShouldBe(
            (DiagnosticCode.ValueOutOfRange, "layout", "crospoint", "crosspoint"));
        finding.Message.ShouldContain("did you mean `crosspoint`?");
    }

    [Fact]
    public void All_that_is_wrong_is_found_in_the_order_in_which_it_was_given() =>
        Findings(("verify", "maybe"), ("cell", "fine"), ("bits_per_cell", "9"))
            .Select(static finding => finding.Key)
            .ShouldBe(["verify", "bits_per_cell"]);

    [Fact]
    public void A_finding_names_no_file() => Findings(("verify", "maybe"))[0].File.ShouldBeNull();

    [Fact]
    public void A_key_that_is_not_there_is_a_fault_of_the_caller() =>
        Should.Throw<ArgumentException>(() => Findings(("bits", "1")));

    private static FakeRramOptions Bound(params (string Key, string Text)[] texts)
    {
        object options = Bind(texts, out IReadOnlyList<Diagnostic> findings);
        findings.ShouldBeEmpty();
        return options.ShouldBeOfType<FakeRramOptions>();
    }

    private static IReadOnlyList<Diagnostic> Findings(params (string Key, string Text)[] texts)
    {
        Bind(texts, out IReadOnlyList<Diagnostic> findings);
        return findings;
    }

    private static object Bind((string Key, string Text)[] texts, out IReadOnlyList<Diagnostic> findings) => TextOptions.Bind(
        OptionsSchema.Create(typeof(FakeRramOptions)), texts.Select(static text => KeyValuePair.Create(text.Key, text.Text)), out findings);
}
