namespace Memti.Plugins.Torch.Networks;

/// <summary>What adapters are before training.</summary>
public enum AdapterStart
{
    /// <summary>Zero: the network starts as its file has it.</summary>
    Zero,

    /// <summary>Random where a batch norm follows the sum, which takes the scale out again; else zero.</summary>
    Random,
}
