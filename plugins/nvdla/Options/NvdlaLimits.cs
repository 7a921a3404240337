using System.Globalization;
using Memti.Abstractions.Diagnostics;

namespace Memti.Plugins.Nvdla.Options;

/// <summary>Ranges within which options give a meaningful plan.</summary>
internal static class NvdlaLimits
{
    internal static void Check(NvdlaOptions options)
    {
        CheckMacs(options.Macs);
        Check("buffer_kib", options.Buffer.Kibibytes, 32, 512);
        Check("clock_mhz", options.Clock.Megahertz, 1, 5000);
        Check("feature_bytes", options.FeatureBytes, 1, 2);
        Check("channel_alignment", options.ChannelAlignment, 1, 128);
        Check("kernel_alignment", options.KernelAlignment ?? NvdlaOptions.WorkbookAlignment, 1, 128);
        CheckAlignment(options.KernelAlignment, options.Shape());
        Check("winograd_gain", options.WinogradGain, 1, 4);
        Check("winograd_weight_growth", options.WinogradWeightGrowth, 1, 4);
        Check("weight_port_gbs", options.WeightPort.GigabytesPerSecond, 0.001, 10000);
        Check("weight_port_write_gbs", options.WeightPortWrite.GigabytesPerSecond, 0.001, 10000);
        Check("feature_port_read_gbs", options.FeaturePortRead.GigabytesPerSecond, 0.001, 10000);
        Check("feature_port_write_gbs", options.FeaturePortWrite.GigabytesPerSecond, 0.001, 10000);
    }

    internal static void CheckMacs(double macs)
    {
        if (macs is not (32 or 64 or 128 or 256 or 512 or 1024 or 2048))
            throw Refuse("macs", macs, "32, 64, 128, 256, 512, 1024, 2048");
    }

    /// <summary>
    /// Refuses a kernel alignment next to an array: the array pads kernels to its own number, and the option would silently do nothing.
    /// </summary>
    internal static void CheckAlignment(int? kernelAlignment, AtomicCube? array)
    {
        if (kernelAlignment is { } alignment && array is { } shape)
            throw Refuse(
                "kernel_alignment",
                alignment,
                string.Create(
                    CultureInfo.InvariantCulture, $"with array: {AtomicCube.None}; an array of {shape} pads kernels to {shape.Kernels}"));
    }

    internal static void Check(string key, double value, double minimum, double maximum)
    {
        // Values from scenarios were converted between units and back: a limit itself may come out slightly beyond it.
        double slack = 1e-9 * maximum;
        // Negated, so that NaN is refused.
        if (!(value >= minimum - slack && value <= maximum + slack))
            throw Refuse(key, value, string.Create(CultureInfo.InvariantCulture, $"{minimum} to {maximum}"));
    }

    internal static MemtiException Refuse(string key, string value, string permitted) =>
        new(new Diagnostic(DiagnosticCode.ValueOutOfRange, $"'{key}' is {value}; permitted: {permitted}.")
        {
            Key = key,
            Value = value,
            Permitted = permitted,
        });

    private static MemtiException Refuse(string key, double value, string permitted) =>
        Refuse(key, value.ToString(CultureInfo.InvariantCulture), permitted);
}
