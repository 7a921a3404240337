// The name that a contract had when scenarios alone knew it.
global using KindCategory = Memti.Abstractions.Plugins.PluginContract;
