using Memti.Abstractions.Parameters;

namespace Memti.Abstractions.Engines;

/// <summary>Rule by which gradients change parameters.</summary>
public enum TrainingOptimiser
{
    /// <summary>Stochastic gradient descent with momentum, weight decay added to gradients.</summary>
    [Word("sgd")]
    Descent,

    /// <summary>AdamW: Loshchilov and Hutter, ICLR 2019; weight decay apart from gradients.</summary>
    [Word("adamw")]
    AdamW,
}
