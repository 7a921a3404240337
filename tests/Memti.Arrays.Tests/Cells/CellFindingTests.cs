using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Cells;
using Memti.Arrays.Codes;
using Memti.Documents.Codes;

namespace Memti.Arrays.Tests.Cells;

/// <summary>Bad cells: each has a code, the key, the value and what would be right.</summary>
public sealed class CellFindingTests
{
    [Theory]
    [InlineData("pulse_ns: 5,", "pulse_ns: 0,", DiagnosticCode.ValueOutOfRange, "set.pulse_ns", "0", "0.001 to 1e12 ns")]
    [InlineData("pulse_ns: 100,", "pulse_ns: -10,", DiagnosticCode.ValueOutOfRange, "reset.pulse_ns", "-10", "0.001 to 1e12 ns")]
    [InlineData("voltage_v: 2,", "voltage_v: 0,", DiagnosticCode.ValueOutOfRange, "set.voltage_v", "0", "-20 to -0.001 or 0.001 to 20 V")]
    [InlineData("value: 53", "value: 0", DiagnosticCode.ValueOutOfRange, "geometry.area_f2.value", "0", "0.1 to 1e5 F²")]
    [InlineData(
        "sense_fingers: 16", "sense_fingers: 12", DiagnosticCode.ValueOutOfRange, "read.sense_fingers", "12", "8 to 56 in steps of 8")]
    [InlineData(
        "stitch_cells: 16", "stitch_cells: 1.5", DiagnosticCode.ValueOutOfRange, "geometry.stitch_cells", "1.5", "0 to 65536, whole")]
    [InlineData("pulse_ns: 5,", "pulse_ns: 1e-300,", DiagnosticCode.ValueOutOfRange, "set.pulse_ns", "1e-300", "0.001 to 1e12 ns")]
    [InlineData("pulse_ns: 5,", "pulse_ns: 1e400,", DocumentCodes.WrongType, "set.pulse_ns", "1e400", "a number")]
    [InlineData("pulse_ns: 5,", "pulse_ns: .inf,", DocumentCodes.WrongType, "set.pulse_ns", ".inf", "a number")]
    [InlineData("pulse_ns: 5,", "pulse_ns: .nan,", DocumentCodes.WrongType, "set.pulse_ns", ".nan", "a number")]
    [InlineData("pulse_ns: 5,", "pulse_ns: short,", DocumentCodes.WrongType, "set.pulse_ns", "short", "a number")]
    [InlineData(
        "current_ua: 80", "current_ua: 0", DiagnosticCode.ValueOutOfRange, "set.current_ua", "0", "-1e5 to -1e-6 or 1e-6 to 1e5 µA")]
    [InlineData("pulse_ns: 5,", "pulse_ns: \"5\",", DocumentCodes.WrongType, "set.pulse_ns", "5", "a number")]
    [InlineData("kind: rram", "kind: rrma", DiagnosticCode.ValueOutOfRange, "kind", "rrma", "rram")]
    [InlineData("device: cmos", "device: moss", DiagnosticCode.ValueOutOfRange, "access.device", "moss", "cmos")]
    [InlineData(
        "mode: current, voltage_v: -2", "mode: currant, voltage_v: -2", DiagnosticCode.ValueOutOfRange, "reset.mode", "currant", "current")]
    [InlineData(
        "name: flux",
        "name: a  b",
        DiagnosticCode.ValueOutOfRange,
        "name",
        "a  b",
        "1 to 64 letters, digits, hyphens and underscores, with single spaces between words")]
    [InlineData(
        "name: flux",
        "name: ' a'",
        DiagnosticCode.ValueOutOfRange,
        "name",
        " a",
        "1 to 64 letters, digits, hyphens and underscores, with single spaces between words")]
    [InlineData(
        "name: flux",
        "name: a/b",
        DiagnosticCode.ValueOutOfRange,
        "name",
        "a/b",
        "1 to 64 letters, digits, hyphens and underscores, with single spaces between words")]
    [InlineData(
        "offers: flux",
        "offers: Flux",
        DiagnosticCode.ValueOutOfRange,
        "offers",
        "Flux",
        "lower-case letters, digits and hyphens, a letter first")]
    [InlineData("memcell: 1", "memcell: 2", DocumentCodes.UnsupportedVersion, "memcell", "2", "1")]
    public void A_value_that_cannot_be_is_refused(string sound, string fault, string code, string key, string value, string permitted)
    {
        Diagnostic finding = CellSamples.Finding(CellSamples.Whole, sound, fault);

        (finding.Code, finding.Key, finding.Value, finding.Permitted, finding.File).ShouldBe(
            (code, key, value, permitted, CellSamples.File));
        finding.Line.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("pulse_ns: \"5\",")]
    [InlineData("pulse_ns: '5',")]
    [InlineData("pulse_ns: { value: \"5\" },")]
    public void A_number_in_quotes_is_said_to_be_text(string fault) =>
        CellSamples.Finding(CellSamples.Whole, "pulse_ns: 5,", fault).Message
            .ShouldContain("is text, the number 5 in quotes; permitted: a number, without the quotes: 5.");

    [Theory]
    [InlineData("geometry: {", "geometri: {", "geometri", "geometry", 3)] // and the keys that are now missing
    [InlineData("drop_v: 0.15", "drp_v: 0.15", "access.drp_v", "drop_v", 1)]
    [InlineData("drop_v: 0.15", "drop: 0.15", "access.drop", "drop_v", 1)] // lacks its unit
    [InlineData("mode: voltage", "mod: voltage", "set.mod", "mode", 2)]
    [InlineData("value: 53", "vale: 53", "geometry.area_f2.vale", "value", 2)]
    [InlineData("means: [0, 1]", "mean: [0, 1]", "levels[0].mean", "means", 2)]
    public void An_unknown_key_is_refused_with_the_nearest_one(string sound, string fault, string key, string nearest, int findings)
    {
        CellResult result = CellSamples.Read(CellSamples.Whole.Replace(sound, fault, StringComparison.Ordinal));

        result.Findings.Count.ShouldBe(findings);
        Diagnostic finding = result.Findings.Single(static finding => finding.Code == DocumentCodes.UnknownKey);
        (finding.Key, finding.Permitted).ShouldBe((key, nearest));
    }

    [Theory]
    [InlineData(
        "area_f2: { value: 53, status: derived, source: \"measured in a picture\" }",
        "area_um2: 0.3",
        "geometry.area_um2",
        "0.3",
        "area_f2, in F²",
        2)]
    [InlineData("pulse_ns: 5,", "pulse_us: 0.005,", "set.pulse_us", "0.005", "pulse_ns, in ns", 2)]
    [InlineData("off_ohm: 1e7", "off_kohm: 1e4", "resistance.off_kohm", "1e4", "off_ohm, in Ω", 2)]
    [InlineData("min_sense_mv: 25", "min_sense_v: 0.025", "read.min_sense_v", "0.025", "min_sense_mv, in mV", 1)]
    [InlineData("retention_s: 3e8", "retention_years: 10", "storage.retention_years", "10", "retention_s, in s", 1)]
    public void A_unit_that_is_not_taken_is_refused_with_the_one_that_is(
        string sound, string fault, string key, string value, string permitted, int findings)
    {
        CellResult result = CellSamples.Read(CellSamples.Whole.Replace(sound, fault, StringComparison.Ordinal));

        result.Findings.Count.ShouldBe(findings); // the key that is needed is missing, too
        Diagnostic finding = result.Findings.Single(static finding => finding.Code == CellCodes.CellUnit);
        (finding.Key, finding.Value, finding.Permitted).ShouldBe((key, value, permitted));
    }

    [Theory]
    [InlineData("off_ohm: 1e7", "off_ohm: 1e5", "resistance.off_ohm", "1e5", "above 1e6 Ω, the value of 'resistance.on_ohm'")]
    [InlineData("off_ohm: 1e7", "off_ohm: 1e6", "resistance.off_ohm", "1e6", "above 1e6 Ω, the value of 'resistance.on_ohm'")]
    [InlineData(
        "off_at_set_ohm: 2e7",
        "off_at_set_ohm: 99999",
        "resistance.off_at_set_ohm",
        "99999",
        "at least 1e5 Ω, the value of 'resistance.on_at_set_ohm'")]
    [InlineData(
        "off_at_reset_ohm: 3e7",
        "off_at_reset_ohm: 1",
        "resistance.off_at_reset_ohm",
        "1",
        "at least 2e5 Ω, the value of 'resistance.on_at_reset_ohm'")]
    [InlineData(
        "on_at_set_ohm: 1e5, off_at_set_ohm: 2e7, ",
        "on_at_set_ohm: 2e7, ",
        "resistance.on_at_set_ohm",
        "2e7",
        "at most 1e7 Ω, the value of 'resistance.off_ohm'")]
    public void A_high_resistance_below_the_low_one_is_refused(string sound, string fault, string key, string value, string permitted)
    {
        Diagnostic finding = CellSamples.Finding(CellSamples.Whole, sound, fault);

        (finding.Code, finding.Key, finding.Value, finding.Permitted).ShouldBe((CellCodes.CellResistances, key, value, permitted));
    }

    [Theory]
    [InlineData(
        "status: published\n",
        "",
        "access.width_f",
        "measured, published, derived, fitted, assumed; here, in the section, or at the head of the file")]
    [InlineData("source: paper\n", "", "access.width_f", "where the number comes from; here, in the section, or at the head of the file")]
    public void A_number_without_status_or_source_is_refused(string sound, string fault, string key, string permitted)
    {
        CellResult result = CellSamples.Read(CellSamples.Whole.Replace(sound, fault, StringComparison.Ordinal));

        result.Findings.ShouldAllBe(static finding => finding.Code == CellCodes.CellNumberWithoutOrigin);
        result.Findings.ShouldContain(finding => finding.Key == key && finding.Permitted == permitted);
        result.Findings.ShouldNotContain(static finding => finding.Key!.StartsWith("resistance", StringComparison.Ordinal));
    }

    [Fact]
    public void A_short_source_that_has_no_full_form_is_refused()
    {
        Diagnostic finding = CellSamples.Finding(
            CellSamples.Whole,
            "source: sheet, on_ohm: 1e6, off_ohm: 1e7, on_at_set_ohm: 1e5, off_at_set_ohm: 2e7, on_at_reset_ohm: 2e5, "
                + "off_at_reset_ohm: 3e7, on_at_half_reset_ohm: 5e5",
            "source: shet, on_ohm: 1e6, off_ohm: 1e7");

        (finding.Code, finding.Key, finding.Value, finding.Permitted).ShouldBe(
            (DiagnosticCode.UnknownName, "resistance.source", "shet", "sheet"));
    }

    [Theory]
    [InlineData("on_ohm: 1e6, ", "", "resistance.on_ohm")]
    [InlineData(", pulse_ns: 5", "", "set.pulse_ns")]
    [InlineData("mode: voltage, ", "", "set.mode")]
    [InlineData("width_f: 6, ", "", "access.width_f")]
    [InlineData("device: cmos, ", "", "access.device")]
    [InlineData("name: flux\n", "", "name")]
    [InlineData("kind: rram\n", "", "kind")]
    [InlineData("value: 53, ", "", "geometry.area_f2.value")]
    [InlineData("bits_per_cell: 1, ", "", "levels[0].bits_per_cell")]
    public void A_key_that_is_needed_is_missed(string sound, string fault, string key)
    {
        Diagnostic finding = CellSamples.Finding(CellSamples.Whole, sound, fault);

        (finding.Code, finding.Key).ShouldBe((DocumentCodes.MissingKey, key));
    }

    [Fact]
    public void An_SRAM_needs_its_transistors() =>
        CellSamples.Finding(CellSamples.Sram, "nmos_width_f: 2.08, ", "").ShouldSatisfyAllConditions(
            static finding => finding.Code.ShouldBe(DocumentCodes.MissingKey),
            static finding => finding.Key.ShouldBe("sram.nmos_width_f"));

    [Fact]
    public void A_section_that_is_missing_is_missed_by_its_keys() =>
        CellSamples.Read(
            CellSamples.Sram.Replace("sram: { nmos_width_f: 2.08, pmos_width_f: 1.23 }\n", "", StringComparison.Ordinal)).Findings
            .Select(static finding => finding.Key).ShouldBe(["sram.nmos_width_f", "sram.pmos_width_f"], ignoreOrder: true);

    [Theory]
    [InlineData("mode: voltage, voltage_v: 2,", "mode: voltage,", "set.mode", "voltage", "voltage_v")]
    [InlineData("mode: current, voltage_v: -2, current_ua: 100,", "mode: current, voltage_v: -2,", "reset.mode", "current", "current_ua")]
    [InlineData("voltage_v: 0.4, current_ua: 3, ", "", "read.mode", "current", "voltage_v")]
    [InlineData("device: cmos,", "device: none,", "access.width_f", "6", "cmos")]
    [InlineData("retention_s: 3e8", "retention_voltage_v: 0.3", "storage.retention_voltage_v", "0.3", "kind rram")]
    [InlineData("max_bits_per_cell: 2,", "max_bits_per_cell: 1,", "levels", "a table for 2 bits", "max_bits_per_cell")]
    public void Keys_that_contradict_each_other_are_refused(string sound, string fault, string key, string value, string permitted)
    {
        Diagnostic finding = CellSamples.Finding(CellSamples.Whole, sound, fault);

        (finding.Code, finding.Key, finding.Value).ShouldBe((CellCodes.CellContradiction, key, value));
        finding.Permitted.ShouldNotBeNull().ShouldContain(permitted);
    }

    [Fact]
    public void A_fluctuation_without_an_amplitude_is_refused() =>
        CellSamples.Read(CellSamples.Whole.Replace("amplitude: 0.05, ", "", StringComparison.Ordinal)).Findings.Single().Key.ShouldBe(
            "read_fluctuation.amplitude");

    [Theory]
    [InlineData("storage:", "read_fluctuation: { amplitude: 0.1 }\nstorage:", "read_fluctuation")]
    [InlineData("retention_voltage_v: 0.3", "endurance_cycles: 1e6", "storage.endurance_cycles")]
    [InlineData("retention_voltage_v: 0.3", "max_bits_per_cell: 2", "storage.max_bits_per_cell")]
    [InlineData("storage:", "set: { mode: voltage, voltage_v: 1, pulse_ns: 1 }\nstorage:", "set")]
    [InlineData("storage:", "levels: []\nstorage:", "levels")]
    [InlineData("storage:", "read: { mode: current }\nstorage:", "read.mode")]
    public void What_an_SRAM_cannot_have_is_refused(string sound, string fault, string key)
    {
        Diagnostic finding = CellSamples.Finding(CellSamples.Sram, sound, fault);

        (finding.Code, finding.Key).ShouldBe((CellCodes.CellContradiction, key));
    }

    [Theory]
    [InlineData(
        "means: [0, 0.4, 0.7, 1]", "means: [0, 0.7, 0.4, 1]", "levels[1].means[2]", "0.4", "above 0.7, the mean of the level below")]
    [InlineData(
        "means: [0, 0.4, 0.7, 1]", "means: [0, 0.4, 0.4, 1]", "levels[1].means[2]", "0.4", "above 0.4, the mean of the level below")]
    [InlineData("means: [0, 0.4, 0.7, 1]", "means: [0, 0.4, 1]", "levels[1].means", "3 values", "4 values, one for each level of 2 bits")]
    [InlineData(
        "sigmas: [0.01, 0.03, 0.03, 0.01]", "sigmas: [0.01]", "levels[1].sigmas", "1 values", "4 values, one for each level of 2 bits")]
    [InlineData(
        "bits_per_cell: 1, means: [0, 1], sigmas: [0.01, 0.02]",
        "bits_per_cell: 2, means: [0, 0.4, 0.7, 1], sigmas: [0.01, 0.03, 0.03, 0.01]",
        "levels[1].bits_per_cell",
        "2 again",
        "one table for each number of bits")]
    public void Levels_out_of_order_or_number_are_refused(string sound, string fault, string key, string value, string permitted)
    {
        Diagnostic finding = CellSamples.Finding(CellSamples.Whole, sound, fault);

        (finding.Code, finding.Key, finding.Value, finding.Permitted).ShouldBe((CellCodes.CellLevels, key, value, permitted));
    }

    [Fact]
    public void Levels_without_a_threshold_between_them_are_refused()
    {
        // The narrow density is the greater one at both means: no threshold between them tells the levels apart.
        const string Sound = "means: [0, 0.4, 0.7, 1], sigmas: [0.01, 0.03, 0.03, 0.01]";
        Diagnostic finding = CellSamples.Finding(CellSamples.Whole, Sound, "means: [0, 0.4, 0.45, 1], sigmas: [0.01, 0.03, 1, 0.01]");

        (finding.Code, finding.Key).ShouldBe((CellCodes.CellLevels, "levels[1].means[2]"));
    }

    [Theory]
    [InlineData("sigmas: [0.01, 0.02]", "sigmas: [0.01, 0]", "levels[0].sigmas[1]", "1e-6 to 1")]
    [InlineData("sigmas: [0.01, 0.02]", "sigmas: [0.01, -0.02]", "levels[0].sigmas[1]", "1e-6 to 1")]
    [InlineData("means: [0, 1]", "means: [0, 1.5]", "levels[0].means[1]", "0 to 1")]
    public void A_mean_or_sigma_out_of_range_is_refused(string sound, string fault, string key, string permitted)
    {
        Diagnostic finding = CellSamples.Finding(CellSamples.Whole, sound, fault);

        (finding.Code, finding.Key, finding.Permitted).ShouldBe((DiagnosticCode.ValueOutOfRange, key, permitted));
    }

    [Fact]
    public void A_key_that_is_written_twice_is_refused() =>
        CellSamples.Finding(CellSamples.Whole, "drop_v: 0.15", "drop_v: 0.15, drop_v: 0.2").ShouldSatisfyAllConditions(
            static finding => finding.Code.ShouldBe(DocumentCodes.DuplicateKey),
            static finding => finding.Key.ShouldBe("access.drop_v"));

    [Theory]
    [InlineData("", DocumentCodes.ScenarioEmpty)]
    [InlineData("memcell: 1\nname: [", DocumentCodes.ScenarioSyntax)]
    [InlineData("- memcell", DocumentCodes.WrongType)]
    [InlineData("name: a", DocumentCodes.MissingKey)]
    public void A_file_that_is_no_cell_is_refused(string text, string code) =>
        CellSamples.Read(text).Findings.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public void All_findings_are_given_in_the_order_of_the_file()
    {
        string text = CellSamples.Whole
            .Replace("pulse_ns: 5", "pulse_ns: 0", StringComparison.Ordinal)
            .Replace("drop_v", "drap_v", StringComparison.Ordinal);

        CellSamples.Read(text).Findings
            .Select(static finding => finding.Code)
            .ShouldBe([DocumentCodes.UnknownKey, DiagnosticCode.ValueOutOfRange]);
    }
}
