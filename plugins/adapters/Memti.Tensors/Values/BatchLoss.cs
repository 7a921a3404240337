namespace Memti.Tensors.Values;

/// <summary>What a network made of a labelled batch.</summary>
/// <param name="Mean">Mean softmax cross entropy, in nats; not finite when training has run away.</param>
/// <param name="Correct">Images whose largest logit, the first of several, is that of their label.</param>
public readonly record struct BatchLoss(double Mean, int Correct);
