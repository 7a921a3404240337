using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Cells;

namespace Memti.Arrays.Tests.Cells;

/// <summary>A cell with all that the format can say, to be broken in one place at a time.</summary>
internal static class CellSamples
{
    public const string File = "cells/flux.memcell.yaml";

    public const string Whole = """
        memcell: 1
        name: flux
        kind: rram
        offers: flux
        description: A cell for tests
        sources: { paper: "Author et al., 2020", sheet: "a data sheet" }
        status: published
        source: paper
        geometry: { area_f2: { value: 53, status: derived, source: "measured in a picture" }, aspect_ratio: 1.46, node_nm: 40, stitch_cells: 16 }
        access: { device: cmos, width_f: 6, drop_v: 0.15, leakage_ua: 0.5 }
        resistance: { status: measured, source: sheet, on_ohm: 1e6, off_ohm: 1e7, on_at_set_ohm: 1e5, off_at_set_ohm: 2e7, on_at_reset_ohm: 2e5, off_at_reset_ohm: 3e7, on_at_half_reset_ohm: 5e5 }
        capacitance: { on_ff: 0.1, off_ff: 0.2 }
        read: { mode: current, voltage_v: 0.4, current_ua: 3, power_uw: 0.16, energy_pj: 0.7, min_sense_mv: 25, sense_fingers: 16 }
        set: { mode: voltage, voltage_v: 2, current_ua: 80, pulse_ns: 5, energy_pj: 0.6 }
        reset: { mode: current, voltage_v: -2, current_ua: 100, pulse_ns: 100, energy_pj: 0.9 }
        storage: { max_bits_per_cell: 2, endurance_cycles: 1e6, retention_s: 3e8 }
        read_fluctuation: { states: 4, amplitude: 0.05, dwell_ns: 100, exponent: 0.6, status: assumed, source: "a guess for tests" }
        levels:
          - { bits_per_cell: 1, means: [0, 1], sigmas: [0.01, 0.02] }
          - { bits_per_cell: 2, means: [0, 0.4, 0.7, 1], sigmas: [0.01, 0.03, 0.03, 0.01], status: fitted, source: sheet }
        """;

    public const string Sram = """
        memcell: 1
        name: six
        kind: sram
        status: published
        source: a paper
        geometry: { area_f2: 146, aspect_ratio: 1.46 }
        access: { device: cmos, width_f: 1.31 }
        sram: { nmos_width_f: 2.08, pmos_width_f: 1.23 }
        storage: { retention_voltage_v: 0.3 }
        """;

    public static CellResult Read(string text) => CellReader.ReadText(text, File);

    public static MemoryCell Valid(string text)
    {
        CellResult result = Read(text);
        result.Findings.ShouldBeEmpty();
        return result.File.ShouldNotBeNull().Cell;
    }

    /// <summary>The one finding of a sample in which some text was replaced.</summary>
    public static Diagnostic Finding(string sample, string sound, string fault)
    {
        sample.ShouldContain(sound);
        CellResult result = Read(sample.Replace(sound, fault, StringComparison.Ordinal));
        result.File.ShouldBeNull();
        return result.Findings.ShouldHaveSingleItem();
    }
}
