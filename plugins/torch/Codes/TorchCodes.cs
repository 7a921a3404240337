namespace Memti.Plugins.Torch.Codes;

/// <summary>Codes of the engine <c>torch</c> and of the networks that it trains.</summary>
public static class TorchCodes
{
    /// <summary>libtorch is not beside the plugin, or there is none for this platform.</summary>
    public const string LibraryMissing = "MEMTI8401";

    /// <summary>libtorch is beside the plugin and cannot be loaded, such as for a C++ library that is too old.</summary>
    public const string LibraryUnusable = "MEMTI8402";

    /// <summary>The device that was asked for is not there.</summary>
    public const string DeviceMissing = "MEMTI8403";

    /// <summary>A network has no convolution at the places that adapters were asked for.</summary>
    public const string NowhereToAdapt = "MEMTI8404";

    /// <summary>A network that cannot learn to classify images: its input is no square colour image, its output no row of logits, or no
    /// parameter of it would learn.</summary>
    public const string UnsuitableGraph = "MEMTI8405";
}
