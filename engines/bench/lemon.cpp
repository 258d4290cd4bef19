// One run of LEMON's network simplex on one instance: lemon DIR OUT
//
// A student is one unit of supply. It leaves through a wish, which costs its rank, and rises through the place and the
// capped hosts above it; or it stays, by an arc so dear that one more student placed outweighs all ranks together.
// Writes student_id,place_id,rank to OUT; the last line on standard output is one JSON object. CPU seconds.

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

using Graph = lemon::SmartDigraph;

static double cpu_seconds() {
    timespec spent;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return double(spent.tv_sec) + double(spent.tv_nsec) / 1e9;
}

static double peak_mb() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind("VmHWM:", 0) == 0) return std::atof(line.c_str() + 6) * 1024 / 1e6;
    return 0;
}

// The rows of a file, field by field, in the order of the wanted columns. No quotes: the instances have none.
class Table {
public:
    Table(const std::string& path, std::vector<std::string> wanted) : file(path) {
        if (!std::getline(file, line)) throw std::runtime_error(path + ": cannot be read");
        std::vector<std::string_view> header = split();
        for (const std::string& name : wanted) {
            size_t at = 0;
            while (at < header.size() && header[at] != name) at++;
            if (at == header.size()) throw std::runtime_error(path + ": no column " + name);
            columns.push_back(at);
        }
    }
    bool next() {
        if (!std::getline(file, line)) return false;
        fields = split();
        return true;
    }
    std::string text(size_t column) const { return std::string(fields.at(columns[column])); }
    int number(size_t column) const { return std::atoi(fields.at(columns[column]).data()); }
    bool empty(size_t column) const { return fields.at(columns[column]).empty(); }

private:
    std::vector<std::string_view> split() const {
        std::vector<std::string_view> parts;
        std::string_view rest = line;
        for (size_t comma; (comma = rest.find(',')) != rest.npos; rest.remove_prefix(comma + 1))
            parts.push_back(rest.substr(0, comma));
        parts.push_back(rest);
        return parts;
    }
    std::ifstream file;
    std::string line;
    std::vector<std::string_view> fields;
    std::vector<size_t> columns;
};

struct Wish {
    int student, place, rank;
};

struct Network {
    Graph graph;
    Graph::ArcMap<int> capacity{graph};
    Graph::ArcMap<long long> cost{graph};
    Graph::NodeMap<int> supply{graph};
    Graph::Node top = graph.addNode();
    std::vector<Graph::Node> places, students;
    std::vector<std::string> place_ids, student_ids;
    std::vector<Wish> wishes;
    std::vector<Graph::Arc> wish_arcs;

    Graph::Arc arc(Graph::Node from, Graph::Node to, int cap, long long price) {
        Graph::Arc made = graph.addArc(from, to);
        capacity[made] = cap;
        cost[made] = price;
        return made;
    }
};

// Hosts whose parents come later in the file are read too; a host without a cap is its parent's node.
static std::unordered_map<std::string, Graph::Node> read_hosts(Network& net, const std::string& folder) {
    struct Host {
        std::string id, parent;
        bool capped;
        int cap;
    };
    std::vector<Host> hosts;
    std::unordered_map<std::string, size_t> index;
    for (Table rows(folder + "/hosts.csv", {"host_id", "parent_id", "cap"}); rows.next();) {
        index.emplace(rows.text(0), hosts.size());
        hosts.push_back({rows.text(0), rows.text(1), !rows.empty(2), rows.number(2)});
    }
    std::unordered_map<std::string, Graph::Node> nodes;
    for (const Host& host : hosts)
        if (host.capped) nodes.emplace(host.id, net.graph.addNode());
    auto above = [&](const Host& host) {
        for (std::string up = host.parent; !up.empty(); up = hosts[index.at(up)].parent)
            if (hosts[index.at(up)].capped) return nodes.at(up);
        return net.top;
    };
    for (const Host& host : hosts)
        if (host.capped) net.arc(nodes.at(host.id), above(host), host.cap, 0);
    for (const Host& host : hosts)
        if (!host.capped) nodes.emplace(host.id, above(host));
    return nodes;
}

static void read(Network& net, const std::string& folder) {
    auto hosts = read_hosts(net, folder);
    std::unordered_map<std::string, int> place_index, student_index;
    for (Table rows(folder + "/places.csv", {"place_id", "host_id", "capacity"}); rows.next();) {
        place_index.emplace(rows.text(0), int(net.places.size()));
        net.place_ids.push_back(rows.text(0));
        net.places.push_back(net.graph.addNode());
        net.arc(net.places.back(), hosts.at(rows.text(1)), rows.number(2), 0);
    }
    for (Table rows(folder + "/students.csv", {"student_id"}); rows.next();) {
        student_index.emplace(rows.text(0), int(net.students.size()));
        net.student_ids.push_back(rows.text(0));
        net.students.push_back(net.graph.addNode());
    }
    for (Table rows(folder + "/wishes.csv", {"student_id", "rank", "place_id"}); rows.next();)
        net.wishes.push_back({student_index.at(rows.text(0)), place_index.at(rows.text(2)), rows.number(1)});
}

static void build(Network& net) {
    int worst = 1;
    for (const Wish& wish : net.wishes) {
        net.wish_arcs.push_back(net.arc(net.students[wish.student], net.places[wish.place], 1, wish.rank));
        if (wish.rank > worst) worst = wish.rank;
    }
    const long long dear = (long long)worst * (long long)net.students.size() + 1;
    for (Graph::Node student : net.students) {
        net.supply[student] = 1;
        net.arc(student, net.top, 1, dear);
    }
    net.supply[net.top] = -int(net.students.size());
}

static void run(const std::string& folder, const std::string& out) {
    const double begun = cpu_seconds();
    Network net;
    read(net, folder);
    const double been_read = cpu_seconds();
    build(net);
    const double built = cpu_seconds();
    lemon::NetworkSimplex<Graph, int, long long> simplex(net.graph);
    simplex.upperMap(net.capacity).costMap(net.cost).supplyMap(net.supply);
    if (simplex.run() != simplex.OPTIMAL) throw std::runtime_error("no optimum");
    const double solved = cpu_seconds();
    std::ofstream file(out);
    file << "student_id,place_id,rank\n";
    for (size_t at = 0; at < net.wishes.size(); at++) {
        const Wish& wish = net.wishes[at];
        if (simplex.flow(net.wish_arcs[at]))
            file << net.student_ids[wish.student] << ',' << net.place_ids[wish.place] << ',' << wish.rank << '\n';
    }
    file.close();
    const double written = cpu_seconds();
    std::printf("{\"read_s\":%.6f,\"build_s\":%.6f,\"solve_s\":%.6f,\"write_s\":%.6f,\"total_s\":%.6f,\"peak_mb\":%.2f}\n",
                been_read - begun, built - been_read, solved - built, written - solved, written, peak_mb());
}

int main(int count, char** words) {
    if (count != 3) {
        std::fprintf(stderr, "use: lemon DIR OUT\n");
        return 2;
    }
    try {
        run(words[1], words[2]);
    } catch (const std::exception& why) {
        std::fprintf(stderr, "lemon: %s\n", why.what());
        return 1;
    }
}
