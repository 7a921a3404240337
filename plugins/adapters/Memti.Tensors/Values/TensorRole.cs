namespace Memti.Tensors.Values;

/// <summary>Role of a tensor in a network.</summary>
public enum TensorRole
{
    /// <summary>3x3 kernels that tasks share; shape [out, in, 3, 3].</summary>
    Convolution,

    /// <summary>1x1 kernels of a task; shape [out, in, 1, 1].</summary>
    Adapter,

    /// <summary>Factors of a batch norm; shape [channels].</summary>
    NormWeight,

    /// <summary>Offsets of a batch norm; shape [channels].</summary>
    NormBias,

    /// <summary>Running means of a batch norm, not a parameter; shape [channels].</summary>
    RunningMean,

    /// <summary>Running variances of a batch norm, unbiased, not a parameter; shape [channels].</summary>
    RunningVariance,

    /// <summary>Weights of the classifier; shape [classes, features].</summary>
    ClassifierWeight,

    /// <summary>Offsets of the classifier; shape [classes].</summary>
    ClassifierBias,

    /// <summary>Logarithms of the read levels of analogue layers; shape [layers].</summary>
    ReadLevel,

    /// <summary>A running value of analogue layers, not a parameter; shape [layers] or [1].</summary>
    AnalogStatistic,
}
