using Memti.Abstractions.Diagnostics;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Memories;

/// <summary>Options that statistics do not take are refused: they would silently do nothing.</summary>
internal static class StatisticsCheck
{
    /// <summary>Checks the options of a memory.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.ValueOutOfRange"/> with the key and the permitted values.</exception>
    internal static void Of(PcmCrossbarOptions options)
    {
        if (options.Statistics != CrossbarStatistics.Hermes && options.Devices != 1)
            throw ImcLimits.Refuse("devices", options.Devices, "1 with 'statistics' other than hermes, which are those of single devices");
        if (options.Statistics == CrossbarStatistics.Stated)
            return;
        (string Key, double Value)[] stated =
        [
            ("sigma", options.Sigma), ("sigma_slope", options.SigmaSlope), ("sigma_curve", options.SigmaCurve),
            ("on_off_ratio", options.OnOffRatio ?? 0),
        ];
        foreach ((string key, double value) in stated)
            if (value != 0)
                throw ImcLimits.Refuse(key, value, "a value with 'statistics: stated' alone");
    }
}
