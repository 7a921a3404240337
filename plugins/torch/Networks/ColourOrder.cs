namespace Memti.Plugins.Torch.Networks;

/// <summary>Order of the colours in the input of a network.</summary>
public enum ColourOrder
{
    /// <summary>Red, green, blue: that of images here.</summary>
    Rgb,

    /// <summary>Blue, green, red: that of networks from Caffe and CNTK.</summary>
    Bgr,
}
