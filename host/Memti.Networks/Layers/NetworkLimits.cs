namespace Memti.Networks.Layers;

/// <summary>What is read of a network. A file beyond these is refused before it can cost memory or time.</summary>
public static class NetworkLimits
{
    /// <summary>Longest ONNX file; layer tables have the limit of every document, 4 MiB.</summary>
    public const long OnnxBytes = 512L * 1024 * 1024;

    /// <summary>Most layers of a network.</summary>
    public const int Layers = 10_000;

    /// <summary>Most channels or outputs of a layer.</summary>
    public const int Channels = 1 << 20;

    /// <summary>Most rows or columns of a feature map, a kernel or a stride.</summary>
    public const int Extent = 65_536;

    /// <summary>Most values of one feature map, and most parameters of one layer.</summary>
    public const long Values = 1_000_000_000_000;

    /// <summary>Most multiply-accumulates of one layer; those of all layers then fit 64 bits.</summary>
    public const long MultiplyAccumulates = 100_000_000_000_000;
}
