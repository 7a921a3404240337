namespace Memti.Plugins.Nvdla.Convolution;

/// <summary>Number of times that a layer reads each operand.</summary>
internal readonly record struct ReadPasses(long Input, long Weights)
{
    internal static ReadPasses Once => new(1, 1);
}
