namespace Memti.Tensors.Optimisation;

/// <summary>A learning rate that changes over training.</summary>
public interface ILearningRate
{
    /// <summary>The rate at a time, in epochs or steps, whichever the schedule was made with; fractions count.</summary>
    double At(double time);
}
