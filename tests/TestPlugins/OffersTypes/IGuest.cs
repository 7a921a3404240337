namespace Memti.TestPlugins;

public interface IGuest
{
    string Name { get; }
}
