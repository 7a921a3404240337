namespace Memti.Tensors.Values;

/// <summary>Loss and correct predictions of a labelled batch.</summary>
/// <param name="Mean">Mean softmax cross entropy in nats; not finite when training diverged.</param>
/// <param name="Correct">Number of images whose largest logit (the first one on a tie) is that of their label.</param>
public readonly record struct BatchLoss(double Mean, int Correct);
