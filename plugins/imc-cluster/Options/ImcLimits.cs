using System.Globalization;
using Memti.Abstractions.Diagnostics;

namespace Memti.Plugins.ImcCluster.Options;

/// <summary>Ranges within which options give a meaningful plan.</summary>
internal static class ImcLimits
{
    internal static void Check(ImcClusterOptions options)
    {
        Check("cores", options.Cores, 1, 64);
        Check("clock_mhz", options.Clock.Megahertz, 1, 5000);
        Check("arrays", options.Arrays, 1, 1024);
        Check("rows", options.Rows, 1, 4096);
        Check("columns", options.Columns, 1, 4096);
        Check("product_ns", options.Product.Nanoseconds, 1, 1e6);
        Check("stream_ports", options.StreamPorts, 1, 1024);
        Check("l1_banks", options.L1Banks, 1, 1024);
        Check("depthwise_macs_per_cycle", options.DepthwiseMacsPerCycle, 0.01, 10000);
        Check("im2col_instructions", options.Im2colInstructions, 0, 100);
        Check("product_nj", options.ProductEnergy.Nanojoules, 0, 1e6);
        Check("row_share", options.RowShare, 0, 1);
        Check("column_share", options.ColumnShare, 0, 1 - options.RowShare);
        Check("core_cycle_pj", options.CoreCycle.Picojoules, 0, 1e6);
        Check("depthwise_mac_pj", options.DepthwiseMac.Picojoules, 0, 1e6);
        Check("on_mw", options.On.Milliwatts, 0, 100000);
        Check("off_uw", options.Off.Microwatts, 0, 1e6);
        Check("wake_latency_us", options.WakeLatency.Microseconds, 0, 1e6);
        Check("wake_energy_uj", options.WakeEnergy.Microjoules, 0, 1e6);
    }

    internal static void Check(string key, double value, double minimum, double maximum)
    {
        // Values from scenarios were converted between units and back: a limit itself may come out slightly beyond it.
        double slack = 1e-9 * Math.Max(maximum, 1);
        // Negated, so that NaN is refused.
        if (!(value >= minimum - slack && value <= maximum + slack))
            throw Refuse(key, value, string.Create(CultureInfo.InvariantCulture, $"{minimum} to {maximum}"));
    }

    /// <summary>The finding for a value outside of what is permitted.</summary>
    internal static MemtiException Refuse(string key, double value, string permitted)
    {
        string text = value.ToString(CultureInfo.InvariantCulture);
        return new(new Diagnostic(DiagnosticCode.ValueOutOfRange, $"'{key}' is {text}; permitted: {permitted}.")
        {
            Key = key,
            Value = text,
            Permitted = permitted,
        });
    }
}
