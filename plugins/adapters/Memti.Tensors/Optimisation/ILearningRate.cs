namespace Memti.Tensors.Optimisation;

/// <summary>A learning rate that changes over training.</summary>
public interface ILearningRate
{
    /// <summary>The rate at a time, in the unit of the schedule (epochs or steps). Fractions count.</summary>
    double At(double time);
}
