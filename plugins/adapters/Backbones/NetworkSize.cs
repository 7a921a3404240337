using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Engines;
using Memti.Abstractions.Parameters;

namespace Memti.Plugins.Adapters.Backbones;

/// <summary>Checks sizes that a plain range cannot express.</summary>
internal static class NetworkSize
{
    /// <summary>
    /// Product of the strides of three stages: the input must be divisible by it, so that shortcut and convolution agree in size.
    /// </summary>
    private const int StageStrides = 8;
    /// <summary>Channels of the stem at width 1.</summary>
    private const int StemChannels = 32;

    internal static void Check(ResNet26Options options)
    {
        if (options.InputPx is < 32 or > 512 || options.InputPx % StageStrides != 0)
            throw OutOfRange("input_px", options.InputPx, "multiples of 8 from 32 to 512");
        double channels = StemChannels * options.Width;
        if (channels is not (>= 1 and <= 256) || channels != Math.Floor(channels))
            throw OutOfRange("width", options.Width, "multiples of 0.03125 from 0.03125 to 8");
        CheckBits("weight_bits", options.WeightBits);
        CheckBits("task_bits", options.TaskBits);
        if (options.IntegerBits is < 1 or > 8)
            throw OutOfRange("integer_bits", options.IntegerBits, "1 to 8");
        if (options.Engine == ResNet26Options.ManagedEngine)
            CheckManaged(options);
    }

    /// <summary>
    /// Checks that the network can be trained: one bit can be stored and counted, but has no two's complement value to compute with.
    /// </summary>
    internal static void CheckTrainable(ResNet26Options options)
    {
        if (options.WeightBits < 2)
            throw OutOfRange("weight_bits", options.WeightBits, "2 to 16 where the network computes");
        if (options.TaskBits < 2)
            throw OutOfRange("task_bits", options.TaskBits, "2 to 16 where the network computes");
    }

    internal static MemtiException OutOfRange(string key, double value, string permitted) =>
        OutOfRange(key, value.ToString(CultureInfo.InvariantCulture), permitted);

    private static MemtiException OutOfRange(string key, string text, string permitted) =>
        new(new Diagnostic(DiagnosticCode.ValueOutOfRange, $"'{key}' is {text}; permitted: {permitted}.")
        {
            Key = key,
            Value = text,
            Permitted = permitted,
        });

    /// <summary>The plugin's own code computes on the processor, in 32 bits.</summary>
    private static void CheckManaged(ResNet26Options options)
    {
        const string Otherwise = ", or an engine of a plugin ('engine')";
        if (options.Device != TrainingDevice.Cpu)
            throw OutOfRange("device", EnumWords.Of(options.Device), EnumWords.Of(TrainingDevice.Cpu) + Otherwise);
        if (options.Precision != TrainingPrecision.Single)
            throw OutOfRange("precision", EnumWords.Of(options.Precision), EnumWords.Of(TrainingPrecision.Single) + Otherwise);
    }

    private static void CheckBits(string key, int bits)
    {
        if (bits is < 1 or > 16)
            throw OutOfRange(key, bits, "1 to 16");
    }
}
