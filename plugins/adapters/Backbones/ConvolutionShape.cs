namespace Memti.Plugins.Adapters.Backbones;

/// <summary>A 3x3 convolution of the backbone with padding 1: its name, channels, size in pixels and stride.</summary>
internal readonly record struct ConvolutionShape(
    string Prefix, string Suffix, int InputChannels, int OutputChannels, int InputPx, int Stride)
{
    internal int OutputPx => InputPx / Stride;

    /// <summary>True for the second convolution of a block, to which the shortcut is added.</summary>
    internal bool EndsBlock => Suffix == "2";

    internal bool StartsBlock => Suffix == "1";

    internal long Weights => 9L * InputChannels * OutputChannels;

    /// <summary>Scale and shift of each output channel. Running statistics are folded in before storing.</summary>
    internal long NormParameters => 2L * OutputChannels;

    internal long AdapterWeights(AdapterForm form) => form switch
    {
        AdapterForm.Parallel => (long)InputChannels * OutputChannels,
        AdapterForm.Series => (long)OutputChannels * OutputChannels,
        _ => 0,
    };
}
